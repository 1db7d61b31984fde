import { describe, expect, it } from 'vitest'
import { find, parseXml, textOf, xmlText } from '../../../index/readers/xml.ts'

const parse = (xml: string): ReturnType<typeof parseXml> => parseXml(Buffer.from(xml), 'a.xml')

describe('XML of documents', () => {
  it('is a tree of names without prefixes', () => {
    const root = parse(
      '<w:a w:id="1" xmlns:w="w"><b r:id="2" id="3">Wells &amp; <i>roads</i></b></w:a>',
    )
    const [a] = find(root, 'a')
    const [b] = find(root, 'b')
    expect(a?.attributes.get('id')).toBe('1')
    expect([b?.attributes.get('id'), b?.attributes.get('r:id')]).toEqual(['3', '2'])
    expect(b === undefined ? '' : textOf(b)).toBe('Wells & roads')
  })

  it.each([
    ['an entity', '<!DOCTYPE a [<!ENTITY b "wells">]><a>&b;</a>'],
    [
      'an entity of another file',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    ],
    ['an entity outside its place', '<a><!ENTITY b "wells"></a>'],
    ['two document types', '<!DOCTYPE a><!DOCTYPE b [<!ENTITY c "d">]><a/>'],
    ['a type without end', `<!DOCTYPE ${'a'.repeat(5000)}`],
  ])('is refused when it declares %s', (_name, xml) =>
    expect(() => parse(xml)).toThrow('declares entities in a.xml'),
  )

  it('may say what it is, and its encoding', () => {
    expect(xmlText(Buffer.from('<!DOCTYPE ncx PUBLIC "a" "http://b/c.dtd"><ncx/>'), 'a')).toBe(
      '<ncx/>',
    )
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>Ségou</a>', 'latin1')
    expect(textOf(parseXml(latin, 'a'))).toBe('Ségou')
    const utf16 = Buffer.from(
      '\uFEFF<?xml version="1.0" encoding="UTF-16"?><a>Ségou</a>',
      'utf16le',
    )
    expect(textOf(parseXml(utf16, 'a'))).toBe('Ségou')
    expect(textOf(parse('<?xml version="1.0" encoding="wells"?><a>Ségou</a>'))).toBe('Ségou')
  })

  it('is refused when it is nested too deep for people', () => {
    expect(() => parse('<a>'.repeat(100_000))).toThrow('nested too deep in a.xml;')
  })
})
