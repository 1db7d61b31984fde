/**
 * Carries out a Dockerfile where no engine runs, as a script for root: each stage is a layer over this
 * machine's own root, in which its steps run as they stand. What it cannot show is the base image: this
 * system with the Node of the tests takes its place. Nothing is fetched: there is no network.
 */
import { join } from 'node:path'
import type { Stage, Step } from './dockerfile.ts'

export interface ImageOptions {
  /** Folder that is copied from. */
  readonly context: string
  /** An empty folder for the layers. */
  readonly work: string
  /** npm's, with the packages in it. */
  readonly cache: string
}

/** As whom the image runs; the base image has this user. */
const USER = { name: 'node', id: 1999 }

/** Lines of a shell script that makes the layers; the last one's root is `work`/LAST/root. */
export function buildScript(stages: readonly Stage[], options: ImageOptions): string[] {
  const rootOf = (stage: number): string => join(options.work, String(stage), 'root')
  return stages.flatMap(({ steps }, at) => {
    let folder = '/'
    const env: string[] = []
    const root = rootOf(at)
    return [
      ...layer(join(options.work, String(at)), root),
      ...steps.flatMap((step) => {
        if (step.keyword === 'WORKDIR') folder = step.words.join('')
        if (step.keyword === 'ENV') env.push(...step.words)
        if (step.keyword === 'WORKDIR') return [`mkdir -p ${root}${folder}`]
        if (step.keyword === 'RUN')
          return [inRoot({ root, folder, env, command: step.text, options })]
        if (step.keyword !== 'COPY') return []
        const from = stages.findIndex(({ name }) => name !== undefined && name === step.from)
        return copied(step, from === -1 ? options.context : rootOf(from), join(root, folder))
      }),
    ]
  })
}

function layer(folder: string, root: string): string[] {
  return [
    `mkdir -p ${folder}/upper ${folder}/inner ${root}`,
    `mount -t overlay overlay -o lowerdir=/,upperdir=${folder}/upper,workdir=${folder}/inner ${root}`,
    `mount --bind /dev ${root}/dev`,
    `mount -t proc proc ${root}/proc`,
    `cp ${process.execPath} ${root}/usr/local/bin/node`,
    `echo '${USER.name}:x:${USER.id}:${USER.id}::/nonexistent:/bin/sh' >> ${root}/etc/passwd`,
    `echo '${USER.name}:x:${USER.id}:' >> ${root}/etc/group`,
  ]
}

/** A folder is copied by what is in it, as COPY does. */
function copied({ words }: Step, from: string, into: string): string[] {
  const to = join(into, words.at(-1) ?? '')
  return words.slice(0, -1).map((source) => {
    const path = join(from, source)
    return `mkdir -p ${to}; if [ -d ${path} ]; then cp -a ${path}/. ${to}/; else cp -a ${path} ${to}; fi`
  })
}

interface Run {
  readonly root: string
  readonly folder: string
  readonly env: readonly string[]
  readonly command: string
  readonly options: Pick<ImageOptions, 'cache'>
  readonly user?: string
}

const PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** In the shell of the layer, with nothing of the surroundings but npm's cache. */
export function inRoot({ root, folder, env, command, options, user }: Run): string {
  const npm = [`npm_config_cache=${options.cache}`, 'npm_config_offline=true']
  const given = [PATH, ...(user === undefined ? ['HOME=/root', ...npm] : []), ...env].join(' ')
  const as = user === undefined ? '' : `--userspec=${user}:${user} `
  return `chroot ${as}${root} env -i ${given} sh -c ${quoted(`cd ${folder} && ${command}`)}`
}

export const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`
