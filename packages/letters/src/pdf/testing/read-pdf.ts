import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A node of the tags that a voice reads. */
export interface TagNode {
  readonly role: string
  readonly alt?: string
  readonly children?: readonly TagNode[]
}

export interface ReadPdf {
  /** Without blanks. */
  readonly text: string
  readonly addresses: readonly string[]
  readonly marked: boolean
  /** The part of PDF/UA that it says it follows. */
  readonly accessible: string | null
  readonly language: string
  readonly title: string
  /** The tags of each page. */
  readonly pages: readonly TagNode[]
  /** How far to the right text reaches, in points. */
  readonly widest: number
}

interface Metadata {
  readonly info: { readonly Language?: string; readonly Title?: string }
  readonly metadata: { get(name: string): string | undefined }
}

/** A PDF as a reader program sees it. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  const { info, metadata } = (await document.getMetadata()) as unknown as Metadata
  const marks = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, n) => document.getPage(n + 1)))
  const items = (await Promise.all(pages.map((page) => page.getTextContent()))).flatMap((content) =>
    content.items.flatMap((item) => ('str' in item ? [item] : [])),
  )
  const annotations = (await Promise.all(pages.map((page) => page.getAnnotations()))).flat() as { url?: string }[]
  const read = {
    text: items
      .map(({ str }) => str)
      .join('')
      .replaceAll(/[\s\u200b]/g, ''),
    addresses: annotations.flatMap(({ url }) => url ?? []),
    marked: marks?.get('Marked') === true,
    accessible: metadata.get('pdfuaid:part') ?? null,
    language: info.Language ?? '',
    title: info.Title ?? '',
    pages: (await Promise.all(pages.map((page) => page.getStructTree()))) as unknown as TagNode[],
    widest: Math.max(...items.map(({ transform, width }) => Number(transform[4]) + width)),
  }
  await task.destroy()
  return read
}

export const nodesOf = (node: TagNode): readonly TagNode[] => [node, ...(node.children ?? []).flatMap(nodesOf)]
