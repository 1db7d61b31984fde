/** Whoever sits at the machine: nothing is posted there, they look themselves what was found. */
export const HERE = 'machine:here'

/** `platform:channel`, the name of where posts go. */
export function placed(destination: string): { platform: string; channel: string } {
  const at = destination.indexOf(':')
  return { platform: destination.slice(0, at), channel: destination.slice(at + 1) }
}
