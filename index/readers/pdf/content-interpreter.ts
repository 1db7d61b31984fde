/** Follows the operators of a page as a canvas would, and paints nothing: it notes glyphs and shapes. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import {
  apply,
  type Box,
  boxOf,
  IDENTITY,
  type Matrix,
  multiply,
  toMatrix,
  toNumbers,
} from './matrix.ts'

import type { Font, Glyph, Shape, PageResources } from './glyphs.ts'

/** More of a page is a map or made to harm. */
const MOST_GLYPHS = 200_000
const MOST_SHAPES = 100_000

interface State {
  matrix: Matrix
  fill: string
  alpha: number
  font: Font | undefined
  size: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
  mode: number
}

const START: Omit<State, 'matrix'> = {
  fill: '#000000',
  alpha: 1,
  font: undefined,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
}

/** Modes of text that leave no ink: invisible, and clipping only. */
const INKLESS = new Set([3, 7])
/** Deeper nesting of states is damage. */
const DEEPEST = 1000

const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const STROKES: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke])

export class ContentInterpreter {
  readonly glyphs: Glyph[] = []
  readonly shapes: Shape[] = []
  readonly #around: PageResources
  readonly #stack: State[] = []
  /** What the open marked contents are. */
  readonly #marked: { readonly artifact: boolean; readonly shown: boolean }[] = []
  #state: State
  #text: Matrix = IDENTITY
  #x = 0
  #y = 0
  #lineX = 0
  #lineY = 0
  /** Whether nothing was painted since the last transform: a picture that was left undecoded. */
  #bare = false

  constructor(around: PageResources) {
    this.#around = around
    this.#state = { ...START, matrix: around.base }
  }

  get isFull(): boolean {
    return this.glyphs.length >= MOST_GLYPHS || this.shapes.length >= MOST_SHAPES
  }

  draw(fn: number, args: readonly unknown[]): void {
    const [first, second] = args
    const state = this.#state
    switch (fn) {
      case OPS.save:
        return this.#save()
      case OPS.restore:
        return this.#restore()
      case OPS.transform:
        return this.#transform(args)
      case OPS.paintFormXObjectBegin:
        this.#save()
        return this.#transform(first)
      case OPS.beginGroup:
        this.#save()
        return this.#transform(isRecord(first) ? first['matrix'] : undefined)
      case OPS.paintFormXObjectEnd:
      case OPS.endGroup:
        this.#bare = false
        return this.#restore()
      case OPS.setGState:
        return this.#setParameters(first)
      case OPS.setFillRGBColor:
        state.fill = typeof first === 'string' ? first : state.fill
        return
      case OPS.setFillColorN:
        state.fill = PATTERN
        return
      case OPS.beginText:
        return this.#moveTo(IDENTITY)
      case OPS.setTextMatrix:
        return this.#moveTo(toMatrix(first) ?? toMatrix(args) ?? IDENTITY)
      case OPS.moveText:
        return this.#move(toNumber(first), toNumber(second))
      case OPS.setLeadingMoveText:
        state.leading = toNumber(second)
        return this.#move(toNumber(first), toNumber(second))
      case OPS.nextLine:
        return this.#move(0, state.leading)
      case OPS.setLeading:
        state.leading = -toNumber(first)
        return
      case OPS.setFont:
        state.font = typeof first === 'string' ? this.#around.fontOf(first) : undefined
        state.size = toNumber(second)
        return
      case OPS.setCharSpacing:
        state.charSpacing = toNumber(first)
        return
      case OPS.setWordSpacing:
        state.wordSpacing = toNumber(first)
        return
      case OPS.setHScale:
        state.stretch = toNumber(first) / 100
        return
      case OPS.setTextRise:
        state.rise = toNumber(first)
        return
      case OPS.setTextRenderingMode:
        state.mode = toNumber(first)
        return
      case OPS.showText:
        return this.#show(Array.isArray(first) ? first : [])
      case OPS.constructPath:
        return this.#path(toNumber(first), args[2])
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        this.#marked.push({
          artifact: first === 'Artifact',
          shown: first !== 'OC' || this.#around.isShown(second),
        })
        return
      case OPS.endMarkedContent:
        this.#marked.pop()
        return
      case OPS.shadingFill:
        return this.#shape('fill', PATTERN, boxOf(this.#around.base, ...EVERYWHERE))
      default:
        if (PICTURES.has(fn)) this.#picture()
    }
  }

  #save(): void {
    if (this.#stack.length < DEEPEST) this.#stack.push({ ...this.#state })
    this.#bare = false
  }

  #restore(): void {
    if (this.#bare) this.#picture()
    this.#bare = false
    this.#state = this.#stack.pop() ?? this.#state
  }

  #transform(value: unknown): void {
    const matrix = toMatrix(value)
    if (matrix === undefined) return
    this.#state.matrix = multiply(this.#state.matrix, matrix)
    this.#bare = true
  }

  #setParameters(value: unknown): void {
    for (const pair of Array.isArray(value) ? value : []) {
      if (!Array.isArray(pair)) continue
      const [name, setting]: unknown[] = pair
      if (name === 'ca' && typeof setting === 'number') this.#state.alpha = setting
      if (name === 'Font' && Array.isArray(setting)) this.draw(OPS.setFont, setting)
    }
  }

  #moveTo(matrix: Matrix): void {
    this.#text = matrix
    this.#x = this.#lineX = 0
    this.#y = this.#lineY = 0
  }

  #move(x: number, y: number): void {
    this.#x = this.#lineX += x
    this.#y = this.#lineY += y
  }

  #show(pieces: readonly unknown[]): void {
    const { font, size, stretch, charSpacing, wordSpacing, rise } = this.#state
    this.#bare = false
    if (font === undefined || size === 0) return
    const hidden = this.#marked.some(({ shown }) => !shown)
    const matrix = multiply(this.#state.matrix, this.#text)
    for (const piece of pieces) {
      if (typeof piece === 'number') {
        this.#advance(font, (-piece * size) / 1000)
        continue
      }
      if (!isRecord(piece)) continue
      const width = toNumber(piece['width']) * font.scale * size
      if (!hidden && this.glyphs.length < MOST_GLYPHS)
        this.#glyph(
          piece,
          font,
          multiply(matrix, [stretch, 0, 0, 1, this.#x, this.#y + rise]),
          width,
        )
      const spacing = charSpacing + (piece['isSpace'] === true ? wordSpacing : 0)
      this.#advance(font, (font.vertical ? -Math.abs(size) : width) + spacing)
    }
  }

  #advance(font: Font, by: number): void {
    if (font.vertical) this.#y += by
    else this.#x += by * this.#state.stretch
  }

  #glyph(piece: Record<string, unknown>, font: Font, matrix: Matrix, width: number): void {
    const text = typeof piece['unicode'] === 'string' ? printable(piece['unicode']) : ''
    if (text === '') return
    const { size, fill, alpha, mode } = this.#state
    const [x, y] = apply(matrix, 0, 0)
    const across = font.vertical ? [0, -Math.abs(size)] : [Math.sign(size), 0]
    const [endX, endY] = apply(matrix, across[0] ?? 1, across[1] ?? 0)
    const length = Math.hypot(endX - x, endY - y)
    const height = Math.hypot(matrix[2], matrix[3]) * Math.abs(size)
    if (length === 0 || height === 0 || !Number.isFinite(length + height)) return
    const unit = length / (font.vertical ? Math.abs(size) : 1)
    this.glyphs.push({
      text,
      x,
      y,
      dx: (endX - x) / length,
      dy: (endY - y) / length,
      width: font.vertical ? length : Math.abs(width) * unit,
      size: height,
      font,
      color: fill,
      inkless: INKLESS.has(mode) || alpha < 0.05,
      artifact: this.#marked.some(({ artifact }) => artifact),
    })
  }

  #path(paint: number, extent: unknown): void {
    this.#bare = false
    const kind = FILLS.has(paint) ? 'fill' : STROKES.has(paint) ? 'stroke' : undefined
    const [x0, y0, x1, y1] = toNumbers(extent)
    if (kind === undefined || x0 === undefined || y0 === undefined) return
    if (x1 === undefined || y1 === undefined || this.#state.alpha < 0.05) return
    this.#shape(kind, this.#state.fill, boxOf(this.#state.matrix, x0, y0, x1, y1))
  }

  #picture(): void {
    this.#bare = false
    this.#shape('picture', PATTERN, boxOf(this.#state.matrix, 0, 0, 1, 1))
  }

  #shape(kind: Shape['kind'], color: string, box: Box): void {
    this.#bare = false
    if (this.#marked.some(({ shown }) => !shown)) return
    this.shapes.push({ kind, color, ...box })
  }
}

/** Stands for whatever is no plain colour. */
const PATTERN = 'pattern'
const EVERYWHERE = [-1e4, -1e4, 1e4, 1e4] as const

const PICTURES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
])

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const toNumber = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0

/** Without control characters; any white space is a space, as a page has no lines to break. */
const printable = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text.replace(/[\s\u2000-\u200A]+/gu, ' ').replace(/[\p{Cc}\uFFFD]/gu, '')

/** Nearly every piece of most pages. */
const PLAIN = /^[!-~]$/u
