/** Adapters of others: found by name, looked at, and what is wrong with one told in a line. */
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { PLATFORMS } from '../adapters/platforms.ts'
import { loadPlatforms } from '../src/app/third-party.ts'
import { folderOf, verbatim } from './support/program.ts'

const DOOR = (name: string, read = `return ${SETUP(name)}`) =>
  `export default { name: '${name}', needs: 'HORN', variables: [], read() { ${read} } }\n`
const SETUP = (name: string) =>
  `{ name: '${name}', wanted: false, byDefault: false, missing: 'The horn needs HORN.', make() {}, examine: async () => [{ ok: false, text: 'no horn', fix: 'set HORN' }] }`

let folder: ReturnType<typeof folderOf> | undefined
afterEach(() => {
  folder?.remove()
  folder = undefined
})

/** Named in a settings file beside these files. */
function load(names: readonly string[], files: Readonly<Record<string, string>>) {
  folder = folderOf(files)
  const from = join(folder.path, 'verbatim.yaml')
  return loadPlatforms(
    names.map((name) => ({ name, from })),
    PLATFORMS,
  )
}

const environment = { text: () => undefined, checked: () => undefined }

describe('an adapter of others', () => {
  it('is a file beside the settings, or a package that is installed there', async () => {
    const [file, own] = await load(['./horn.ts', 'carrier-pigeon'], {
      'horn.ts': `const name: string = 'horn'\n${DOOR('horn')}`,
      'node_modules/carrier-pigeon/package.json': '{ "exports": "./door.mjs" }',
      'node_modules/carrier-pigeon/door.mjs': DOOR('pigeon'),
    })
    expect(file?.read(environment)).toMatchObject({ name: 'horn', wanted: false })
    expect(own?.read(environment)).toMatchObject({ name: 'pigeon' })
  })

  it.each([
    { what: 'a missing file', name: './none.ts', text: '', says: 'does not exist; check the path' },
    {
      what: 'a package that is not there',
      name: 'no-such-package-here',
      text: '',
      says: 'is not installed; run npm install no-such-package-here',
    },
    {
      what: 'no default export',
      text: 'export const horn = 1\n',
      says: 'has no default export that is a platform; docs/adapters.md shows one',
    },
    {
      what: 'a name in capitals',
      text: DOOR('Horn'),
      says: 'must be named in small letters alone; docs/adapters.md shows one',
    },
    {
      what: 'no read',
      text: "export default { name: 'horn', needs: '', variables: [] }\n",
      says: 'has no function `read`',
    },
    {
      what: 'a name that is taken',
      text: DOOR('slack'),
      says: 'is named slack, as another platform is; name it otherwise',
    },
    {
      what: 'code that throws',
      text: "throw new Error('no brass')\n",
      says: 'cannot be loaded: no brass',
    },
    {
      what: 'code that does not parse',
      text: 'export default {\n',
      says: 'cannot be loaded: ',
    },
  ])('with $what is told, with the setting and what to do', async ({ name, text, says }) => {
    const loaded = load([name ?? './horn.ts'], { 'horn.ts': text })
    await expect(loaded).rejects.toMatchObject({
      code: 'config',
      message: expect.stringContaining(`verbatim.yaml: adapters: ${name ?? './horn.ts'}: ${says}`),
    })
  })

  it.each([
    { what: 'fails', read: "throw new Error('no brass')", says: 'its settings cannot be read' },
    { what: 'gives nothing', read: '', says: 'what `read` gives' },
    {
      what: 'gives another name',
      read: `return ${SETUP('drum')}`,
      says: 'what `read` gives must have the name horn',
    },
  ])('whose reading $what is told when it is read', async ({ read, says }) => {
    const [door] = await load(['./horn.ts'], { 'horn.ts': DOOR('horn', read) })
    expect(() => door?.read(environment)).toThrow(`verbatim.yaml: adapters: horn: ${says}`)
  })

  it('tells all that is wrong at once', async () => {
    const loaded = load(['./one.ts', './two.ts'], { 'one.ts': 'export default 1\n' })
    await expect(loaded).rejects.toThrow(/one\.ts: .*\n.*two\.ts: does not exist/u)
  })

  it('is looked at by its name, and only once the settings name it', async () => {
    const { path, remove } = folderOf({
      'verbatim.yaml': 'adapters: [./horn.ts]\n',
      'horn.ts': DOOR('horn'),
    })
    expect(await verbatim(['doctor', 'horn'], path)).toEqual({
      exit: 1,
      stdout: '✗ horn: no horn → set HORN\n',
      stderr: '',
    })
    const serving = await verbatim(['serve', 'horn'], path)
    expect(serving).toMatchObject({ exit: 2, stderr: 'The horn needs HORN.\n' })
    const other = await verbatim(['doctor', 'trumpet'], path)
    expect(other).toMatchObject({
      exit: 2,
      stderr: `There is no platform “trumpet”; there are ${PLATFORMS.map(({ name }) => name).join(', ')}, horn.\n`,
    })
    remove()
  })
})
