/** Glyphs and shapes: what a page draws, as far as its text is concerned. */
import type { Box, Matrix } from './matrix.ts'

export interface Font {
  readonly bold: boolean
  readonly italic: boolean
  readonly vertical: boolean
  /** Glyph space to text space: 0.001, but for Type 3 fonts. */
  readonly scale: number
}

export interface Glyph {
  readonly text: string
  /** Where it begins on its base line, in points from the page's upper left corner. */
  readonly x: number
  readonly y: number
  /** Direction of writing, a unit vector: (1, 0) upright. */
  readonly dx: number
  readonly dy: number
  /** Width without the spacing after it. */
  readonly width: number
  readonly size: number
  readonly font: Font
  /** `#rrggbb`. */
  readonly color: string
  /** Drawn without ink: as the text behind a scanned page is. */
  readonly inkless: boolean
  /** Marked as no part of the document's content. */
  readonly artifact: boolean
  /** As the page has it, where it was turned upright. */
  readonly drawn?: Glyph
}

export interface Shape extends Box {
  readonly kind: 'fill' | 'stroke' | 'picture'
  readonly color: string
}

export interface Drawing {
  readonly glyphs: readonly Glyph[]
  readonly shapes: readonly Shape[]
  /** Whether the page has more glyphs or shapes than are taken. */
  readonly cut: boolean
}

export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

export interface PageResources {
  /** User space to the upright page. */
  readonly base: Matrix
  readonly fontOf: (id: string) => Font | undefined
  /** Whether a layer is shown. */
  readonly isShown: (layer: unknown) => boolean
}
