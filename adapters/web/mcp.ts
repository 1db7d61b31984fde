/** Assistants over HTTP, at the desk's own address: the same tools, for whoever the request is of. */
import type { App, Site } from './site.ts'

export function addMcp(app: App, site: Site): void {
  app.all('/mcp', async (c) => {
    // What speaks the protocol is loaded when the first assistant comes.
    const [{ createMcpHandler }, { makeServer }] = await Promise.all([
      import('@modelcontextprotocol/server'),
      import('../mcp/server.ts'),
    ])
    const ask = (asking: Parameters<Site['ask']>[1]) => site.ask(c, asking)
    const handler = createMcpHandler(() => makeServer({ ask, address: site.addressOf(c) }))
    return handler.fetch(c.req.raw)
  })
}
