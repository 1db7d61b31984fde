/** The parts of a workbook: which sheets it has, where their files are, its shared words and number formats. */
import { type Element, find, parseXml } from '../xml.ts'
import type { Zip } from '../zip/zip.ts'
import { formatsOf } from './display.ts'

export interface Workbook {
  readonly sheets: readonly SheetPart[]
  /** Words of cells, by their number. */
  readonly words: readonly string[]
  /** Number format of each cell style, by its number. */
  readonly formats: readonly string[]
  /** Days are counted from 1904, as old Macs did. */
  readonly since1904: boolean
}

interface SheetPart {
  readonly name: string
  readonly hidden: boolean
  /** Name in the archive. */
  readonly path: string
}

/** `undefined` when the archive has no workbook. */
export function readWorkbook(zip: Zip): Workbook | undefined {
  const path = [...targets(zip, '_rels/.rels', '').values()].find(
    ({ type }) => type === 'officeDocument',
  )?.path
  const main = path !== undefined && zip.names.includes(path) ? path : 'xl/workbook.xml'
  const bytes = zip.read(main)
  if (bytes === undefined) return undefined
  const root = parseXml(bytes, main)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const parts = targets(zip, `${folder}_rels/${main.slice(folder.length)}.rels`, folder)
  const pathOf = (type: string): string | undefined =>
    [...parts.values()].find((part) => part.type === type)?.path
  return {
    sheets: find(root, 'sheet').flatMap((sheet) => sheetPart(sheet, parts)),
    words: sharedWords(zip, pathOf('sharedStrings')),
    formats: formatsOf(partOf(zip, pathOf('styles'))),
    since1904: find(root, 'workbookPr').some(({ attributes }) =>
      /^(?:1|true)$/u.test(attributes.get('date1904') ?? ''),
    ),
  }
}

interface Target {
  /** The last word of its kind's address: `worksheet`, `styles`. */
  readonly type: string
  readonly path: string
}

/** What the file of relations names, by its id. */
function targets(zip: Zip, path: string, folder: string): ReadonlyMap<string, Target> {
  const bytes = zip.read(path)
  const found = new Map<string, Target>()
  if (bytes === undefined) return found
  for (const { attributes } of find(parseXml(bytes, path), 'Relationship')) {
    const target = attributes.get('Target') ?? ''
    found.set(attributes.get('Id') ?? '', {
      type: (attributes.get('Type') ?? '').replace(/^.*\//u, ''),
      path: target.startsWith('/') ? target.slice(1) : folder + target,
    })
  }
  return found
}

function sheetPart(
  { attributes }: Element,
  parts: ReadonlyMap<string, Target>,
): readonly SheetPart[] {
  const part = parts.get(attributes.get('id') ?? attributes.get('r:id') ?? '')
  if (part?.type !== 'worksheet') return []
  const state = attributes.get('state') ?? 'visible'
  return [{ name: attributes.get('name') ?? '', hidden: state !== 'visible', path: part.path }]
}

/** One cell's words are runs of like letters; how they are spoken in Japanese is no part of them. */
function sharedWords(zip: Zip, path: string | undefined): string[] {
  const root = partOf(zip, path)
  return root === undefined ? [] : find(root, 'si').map(wordsOf)
}

const wordsOf = (element: Element): string =>
  element.children
    .map((child) => {
      if (typeof child === 'string' || child.name === 'rPh') return ''
      return child.name === 't' ? rawText(child) : wordsOf(child)
    })
    .join('')

const rawText = ({ children }: Element): string =>
  children.filter((child) => typeof child === 'string').join('')

function partOf(zip: Zip, path: string | undefined): Element | undefined {
  const bytes = path === undefined ? undefined : zip.read(path)
  return bytes === undefined || path === undefined ? undefined : parseXml(bytes, path)
}
