/** Hides the random names of a world: its database and all ids. */
export function hideNames(databaseUrl: string): (text: string) => string {
  // The folder of a file, or the name on a server.
  const databasePath = new URL(databaseUrl).pathname.replace(/^\/(?=test_)|\/[^/]*\.db$/, '')
  return (text) =>
    text.replaceAll(databasePath, 'DATABASE').replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
}
