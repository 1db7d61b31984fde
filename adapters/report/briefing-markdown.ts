/** A briefing as Markdown, its citations as footnotes. */
import { type Briefing, type Line, type Source } from './briefing.ts'
import { escape } from './markdown.ts'

export const briefingMarkdown = (briefing: Briefing): string =>
  [
    `# ${escape(briefing.title)}`,
    ...briefing.parts.flatMap(({ heading, lines }) => [
      ...(heading === undefined ? [] : ['', `## ${escape(heading)}`]),
      ...lines.flatMap(lineText),
    ]),
    '',
    `## ${escape(briefing.sourcesHeading)}`,
    '',
    ...briefing.sources.map((source) => `- ${sourceText(source)}`),
    ...briefing.below.flatMap((line) => ['', `*${escape(line)}*`]),
    '',
    ...[...briefing.notes]
      .sort(([a], [b]) => a - b)
      .map(([number, source]) => `[^${number}]: ${sourceText(source)}`),
    '',
  ].join('\n')

function lineText({ text, quoted, notes }: Line): string[] {
  const marks = notes.map((number) => `[^${number}]`).join('')
  return ['', `${quoted ? '> ' : '- '}${escape(text)}${marks}`]
}

const sourceText = ({ text, url }: Source): string =>
  url === undefined
    ? escape(text)
    : `${escape(text)} <${url.replace(/[<>\s]/gu, encodeURIComponent)}>`
