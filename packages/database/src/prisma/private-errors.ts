import type { PrismaClient } from '../generated/client.ts'

/**
 * Returns a client whose errors can be logged. Prisma's own messages quote the values of a call, which may be personal data;
 * only the code, the call and the stack remain.
 */
export function withPrivateErrors(client: PrismaClient): PrismaClient {
  const extended: unknown = client.$extends({
    query: {
      $allOperations: async ({ model, operation, args, query }) => {
        try {
          return await query(args)
        } catch (error) {
          throw withoutValues(error, model ? `${model}.${operation}` : operation)
        }
      },
    },
  })
  return extended as PrismaClient
}

function withoutValues(error: unknown, call: string): unknown {
  if (!(error instanceof Error) || !error.name.startsWith('PrismaClient')) return error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  error.message = `Prisma Client failed in ${call}${'code' in error ? `: ${error.code}` : ''}`
  error.stack = [`${error.name}: ${error.message}`, ...frames].join('\n')
  return error
}
