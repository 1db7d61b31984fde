/** The description of the interface, OpenAPI 3.1, made of its routes and their schemas. */
import * as z from 'zod'
import packageJson from '../../../package.json' with { type: 'json' }
import { HEADER } from './once.ts'
import { type Route, ROUTES } from './routes.ts'
import { COMPONENTS } from './schemas.ts'

type Json = Record<string, unknown>

const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

/** @param server address of the desk */
export const describeApi = (server: string): Json => ({
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: {
    title: 'Verbatim',
    version: packageJson.version,
    summary: packageJson.description,
    license: { name: packageJson.license, identifier: packageJson.license },
  },
  servers: [{ url: server }],
  security: [{}, { token: [] }],
  paths: pathsOf(ROUTES),
  components: {
    schemas: SCHEMAS,
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
  },
})

const SCHEMAS = componentSchemas()

function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(COMPONENTS)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _id, $schema: _schema, ...schema }]) => [id, schema]),
  )
}

function pathsOf(routes: readonly Route[]): Json {
  const groups = Map.groupBy(routes, ({ path }) => path)
  return Object.fromEntries(
    [...groups].map(([path, own]) => [
      path,
      Object.fromEntries(own.map((route) => [route.method, operationOf(route)])),
    ]),
  )
}

function operationOf({ method, path, does, query, params, body, gives, writes }: Route): Json {
  const name = path.split('/').slice(3).join('-').replace(/[{}]/gu, '')
  return {
    operationId: `${method}-${name}`,
    summary: does,
    parameters: [
      ...(params === undefined ? [] : parametersOf(params, 'path')),
      ...(query === undefined ? [] : parametersOf(query, 'query')),
      ...(writes === true ? [ONCE] : []),
    ],
    ...(body !== undefined && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(body) } },
      },
    }),
    responses: {
      200: {
        description: 'Done.',
        content: { 'application/json': { schema: reference(gives) } },
      },
      default: {
        description: 'It could not be done.',
        content: { 'application/problem+json': { schema: reference('Problem') } },
      },
    },
  }
}

const ONCE: Json = {
  name: HEADER,
  in: 'header',
  required: false,
  description: 'The same key with the same request does it once, and gives the first answer again.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
}

/** @param io as it is sent, or as it is once numbers in a query are read */
function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'input'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io })
  return json
}

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): Json[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const own = field instanceof z.ZodType ? field : z.unknown()
    const { description, ...json } = schemaOf(own, 'output')
    return {
      name,
      in: place,
      required: place === 'path' || !own.safeParse(undefined).success,
      ...(description !== undefined && { description }),
      schema: json,
    }
  })
}
