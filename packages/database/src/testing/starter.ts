import { migrate } from '../sqlite/migrate.ts'
import { openSqlite } from '../sqlite/sqlite-database.ts'
import { numberedMigrations } from './numbered-migrations.ts'
import { timing } from './timing.ts'

// One of several processes that open and migrate the same new file at once. Prints the migrations that it applied.
const [file = '', startAt = '0'] = process.argv.slice(2)
const now = () => performance.timeOrigin + performance.now()
while (now() < Number(startAt)) await timing.sleep(1)
const database = openSqlite({ file, ...timing })
const { applied } = await migrate(database, numberedMigrations, new Date('2030-01-01T00:00:00Z'))
await database.close()
process.stdout.write(JSON.stringify(applied))
