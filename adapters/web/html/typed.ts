/** HTML around what somebody typed and gets back to go on with: escaped, its lines kept. */
export { html as typed } from 'hono/html'
