import sax from 'sax'
import { broken } from './workbook.ts'

/** Callbacks for reading a part. Names have no prefix; elements of other namespaces are skipped. */
export interface XmlEvents {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1)

/**
 * Parses a part and yields after each chunk. Only elements in the namespace of the root count, because extensions
 * (`x15:workbookPr`, content of `extLst`) use the same local names. A document type is refused, so no entity is ever
 * expanded. Throws UnreadableFile `bad-xlsx`; buffers at most 64 KB of unclosed text.
 */
export async function* xmlTurns(pieces: AsyncIterable<string>, events: XmlEvents): AsyncGenerator<void> {
  const parser = sax.parser(true)
  const refuse = () => {
    throw broken()
  }
  let root: { readonly prefix: string; readonly namespace: string | undefined } | null = null
  // Depth inside an element of another namespace or an extension list.
  let foreign = 0
  parser.onerror = refuse
  parser.ondoctype = refuse
  parser.onopentag = ({ name, attributes }) => {
    const prefix = prefixOf(name)
    const given = attributes as Readonly<Record<string, string>>
    root ??= { prefix, namespace: given[namespaceName(prefix)] }
    const other = given[namespaceName(prefix)] ?? root.namespace
    if (foreign > 0 || prefix !== root.prefix || other !== root.namespace || localName(name) === 'extLst') foreign += 1
    else events.open?.(localName(name), given)
  }
  parser.onclosetag = (name) => {
    if (foreign > 0) foreign -= 1
    else events.close?.(localName(name))
  }
  const tell = (text: string) => {
    if (foreign === 0) events.text?.(text)
  }
  parser.ontext = tell
  parser.oncdata = tell
  for await (const piece of pieces) {
    parser.write(piece)
    yield
  }
  parser.close()
  yield
}

/** Name of the attribute that declares a prefix. */
const namespaceName = (prefix: string): string => (prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`)

/** Parses a part to its end. */
export async function readXml(pieces: AsyncIterable<string>, events: XmlEvents): Promise<void> {
  const turns = xmlTurns(pieces, events)
  while (!(await turns.next()).done) {
    // The callbacks have received everything.
  }
}
