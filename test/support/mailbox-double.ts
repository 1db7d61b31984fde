/**
 * Stands in for a mail server at the wire: enough of IMAP4rev1 (RFC 3501) to log in, open a folder read-only,
 * list it and fetch mails whole or in part. Whatever would change something it notes and refuses.
 */
import type { Socket } from 'node:net'
import { type Site, wire } from '../index/fetch/servers.ts'

export interface MadeMailbox {
  /** Changed by the test. */
  validity: number
  readonly folders: Record<string, Map<number, string>>
}

export interface MailboxDouble extends Site {
  /** Every command but its tag, as it was sent. */
  readonly commands: readonly string[]
}

export async function mailboxDouble(
  user: string,
  password: string,
  mailbox: MadeMailbox,
): Promise<MailboxDouble> {
  const commands: string[] = []
  const there = await wire((socket) => serve(socket, { user, password, mailbox, commands }))
  return { ...there, commands }
}

interface Served {
  readonly user: string
  readonly password: string
  readonly mailbox: MadeMailbox
  readonly commands: string[]
}

function serve(socket: Socket, { user, password, mailbox, commands }: Served): void {
  let open: Map<number, string> | undefined
  let known = false
  let rest = ''
  const say = (line: string): void => void socket.write(`${line}\r\n`)
  say('* OK ready')
  socket.on('data', (chunk: Buffer) => {
    rest += chunk.toString('latin1')
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end)
      rest = rest.slice(end + 2)
      const [, tag = '', command = ''] = /^(\S+) (.*)$/u.exec(line) ?? []
      commands.push(command)
      obey(tag, command)
    }
  })

  function obey(tag: string, command: string): void {
    const [verb = '', ...more] = command.split(' ')
    const name = `${verb} ${verb.toUpperCase() === 'UID' ? (more.shift() ?? '') : ''}`.trim()
    const words = more.join(' ')
    switch (name.toUpperCase()) {
      case 'CAPABILITY':
        say('* CAPABILITY IMAP4rev1')
        return say(`${tag} OK done`)
      case 'NOOP':
        return say(`${tag} OK done`)
      case 'LOGIN': {
        known = words.replaceAll('"', '') === `${user} ${password}`
        return say(
          known ? `${tag} OK welcome` : `${tag} NO [AUTHENTICATIONFAILED] not with ${words}`,
        )
      }
      case 'LOGOUT':
        say('* BYE')
        say(`${tag} OK done`)
        socket.end()
        return
    }
    if (!known) return say(`${tag} NO log in first`)
    switch (name.toUpperCase()) {
      case 'LIST':
      case 'LSUB':
        // The name of nothing asks for the separator.
        if (words === '"" ""') say(`* LIST (\\Noselect) "/" ""`)
        for (const folder of Object.keys(mailbox.folders))
          if (words.endsWith(`"${folder}"`) || words.endsWith('"*"'))
            say(`* ${verb.toUpperCase()} () "/" "${folder}"`)
        return say(`${tag} OK done`)
      case 'EXAMINE': {
        open = mailbox.folders[words.replaceAll('"', '')]
        if (open === undefined) return say(`${tag} NO [NONEXISTENT] no such folder`)
        say('* FLAGS (\\Seen \\Deleted)')
        say(`* ${open.size} EXISTS`)
        say('* 0 RECENT')
        say(`* OK [UIDVALIDITY ${mailbox.validity}] valid`)
        say(`* OK [UIDNEXT ${Math.max(0, ...open.keys()) + 1}] next`)
        return say(`${tag} OK [READ-ONLY] done`)
      }
      case 'UID SEARCH':
        say(`* SEARCH ${[...(open ?? new Map<number, string>()).keys()].join(' ')}`.trimEnd())
        return say(`${tag} OK done`)
      case 'UID FETCH': {
        const uid = Number(words.split(' ')[0])
        const mail = open?.get(uid)
        if (mail !== undefined) {
          const bytes = Buffer.from(mail)
          const most = Number(/BODY\.PEEK\[\]<0\.(\d+)>/u.exec(words)?.[1] ?? bytes.length)
          const part = bytes.subarray(0, most)
          const at = [...(open ?? []).keys()].indexOf(uid) + 1
          socket.write(
            `* ${at} FETCH (UID ${uid} RFC822.SIZE ${bytes.length} BODY[]<0> {${part.length}}\r\n`,
          )
          socket.write(part)
          say(')')
        }
        return say(`${tag} OK done`)
      }
      default:
        return say(`${tag} BAD not here`)
    }
  }
}
