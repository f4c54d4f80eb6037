import { z } from 'zod';
import type { ApiRoute, Route } from './route.ts';
import { confirmHeader } from './run-api.ts';

type Json = Readonly<Record<string, unknown>>;
/** The part of an OpenAPI document that tells of the calls with API key. */
export type ApiDescription = { readonly paths: Readonly<Record<string, Json>>; readonly components: Json };

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json & { $schema?: string };
  return rest;
};

const parameters = (schema: z.ZodType | undefined, where: 'path' | 'query'): Json[] => {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...one }]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(description !== undefined && { description }),
    schema: one,
  }));
};

const problem = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: '何が起きたか、どうすればよいか' },
    errors: { type: 'object', additionalProperties: { type: 'string' }, description: '項目ごとの誤り' },
  },
};

const says = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const faults = {
  401: says('APIキーがない、または使えない'),
  403: says('APIキーにこの範囲がない'),
  429: says('呼び出しが多すぎる（Retry-After秒後に再送）'),
};

const wrong = {
  409: says(`今の状態では受け付けられない。確認を求めるときは errors の ${confirmHeader} の値を同名のヘッダで再送する`),
  422: says('内容に誤りがある。何も登録されていない'),
};

const requestBody = ({ body, file }: ApiRoute): Json | undefined =>
  file
    ? {
        required: true,
        content: { 'text/csv': { schema: { type: 'string' } }, 'application/gzip': { schema: { type: 'string' } } },
      }
    : body && { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } };

const operation = (route: ApiRoute): Json => {
  const body = requestBody(route);
  const answer =
    typeof route.answer === 'string'
      ? { [route.answer]: { schema: { type: 'string' } } }
      : { 'application/json': { schema: schemaOf(route.answer, 'output') } };
  return {
    summary: route.summary,
    ...(route.description && { description: route.description }),
    tags: [route.scope],
    security: [{ apiKey: [route.scope] }],
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(body && { requestBody: body }),
    responses: {
      200: { description: 'OK', content: answer },
      ...faults,
      ...(route.method !== 'GET' && wrong),
    },
  };
};

/** The calls with API key for the OpenAPI document, from the schemas that check them. */
export const describeApi = (routes: readonly Route[]): ApiDescription => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    if (route.kind !== 'api') continue;
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    paths,
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: '「私の設定」→「APIキー」で発行するキー' },
      },
    },
  };
};
