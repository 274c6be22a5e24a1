import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// Prisma's CLI downloads a schema engine unless one is named, even for `generate`, which never runs it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL('scripts/schema-engine.mjs', import.meta.url))
// The CLI would also ask its maker for news.
process.env.CHECKPOINT_DISABLE ??= '1'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // For `prisma migrate dev` and `status` name a file; comparing needs none, and the apps open the file they are told to.
  datasource: { url: process.env.DATABASE_URL ?? ':memory:' },
})
