/** Goes before a program: what it has loaded is printed on standard error when it ends, an address a line. */
import { registerHooks } from 'node:module'

const loaded: string[] = []
registerHooks({
  load(url, context, next) {
    loaded.push(url)
    return next(url, context)
  },
})
process.on('exit', () => process.stderr.write(`${loaded.join('\n')}\n`))
