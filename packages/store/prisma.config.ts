import { defineConfig } from 'prisma/config'

// `prisma generate` never runs the schema engine, but its CLI downloads it first; naming any executable skips that.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } })
