/** A briefing as a page of HTML, or the body of a mail: no script, nothing fetched from elsewhere. */
import type { Briefing, Line, Source } from './briefing.ts'

export const briefingHtml = (briefing: Briefing): string =>
  [
    '<!doctype html>',
    `<html lang="${briefing.language}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escaped(briefing.title)}</title>`,
    `<style>${STYLE}</style>`,
    `<h1>${escaped(briefing.title)}</h1>`,
    ...briefing.parts.flatMap(({ heading, lines }) => [
      ...(heading === undefined ? [] : [`<h2>${escaped(heading)}</h2>`]),
      ...lines.map(lineHtml),
    ]),
    `<h2>${escaped(briefing.sourcesHeading)}</h2>`,
    ...briefing.sources.map((source) => `<p class="source">${sourceHtml(source)}</p>`),
    ...briefing.below.map((line) => `<p class="below">${escaped(line)}</p>`),
    '<hr>',
    ...[...briefing.notes]
      .sort(([a], [b]) => a - b)
      .map(
        ([number, source]) =>
          `<p class="source" id="note-${number}">${number}. ${sourceHtml(source)}</p>`,
      ),
    '</html>',
    '',
  ].join('\n')

const STYLE =
  'body{font:16px/1.45 system-ui,sans-serif;max-width:42rem;margin:1.5rem auto;padding:0 1rem}blockquote{margin:.6rem 0;padding-left:.8rem;border-left:3px solid #999}.source,.below{font-size:.85rem;margin:.3rem 0}'

function lineHtml({ text, quoted, notes }: Line): string {
  const marks = notes
    .map((number) => `<sup><a href="#note-${number}">${number}</a></sup>`)
    .join(' ')
  return quoted
    ? `<blockquote>${escaped(text)} ${marks}</blockquote>`
    : `<p>${escaped(text)} ${marks}</p>`
}

const sourceHtml = ({ text, url }: Source): string =>
  url === undefined ? escaped(text) : `<a href="${escaped(url)}">${escaped(text)}</a>`

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => SIGNS[sign] ?? sign)
