import type { Download } from '@playwright/test'

/** The contents of a file from a browser that another process started. */
export async function downloadedFile(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
