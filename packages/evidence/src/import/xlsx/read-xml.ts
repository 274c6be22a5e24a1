import sax from 'sax'
import { broken } from './workbook.ts'

/** What is called while a part is read; names come without their prefix. Elements of other namespaces are left out. */
export interface XmlEvents {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1)

/**
 * Reads a part and gives a turn after each piece. Only elements in the namespace of the part's own root count: extensions
 * (`x15:workbookPr`, what `extLst` holds) call theirs alike. No part of a workbook has a document type, so one is refused
 * before any entity of it could be used. Throws UnreadableFile `bad-xlsx`; holds at most 64 KB of what is not closed yet.
 */
export async function* xmlTurns(pieces: AsyncIterable<string>, events: XmlEvents): AsyncGenerator<void> {
  const parser = sax.parser(true)
  const refuse = () => {
    throw broken()
  }
  let root: { readonly prefix: string; readonly namespace: string | undefined } | null = null
  // Elements that are open from the first of another namespace on, or from a list of extensions.
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

/** The attribute that declares a prefix. */
const namespaceName = (prefix: string): string => (prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`)

/** Reads a part to its end. */
export async function readXml(pieces: AsyncIterable<string>, events: XmlEvents): Promise<void> {
  const turns = xmlTurns(pieces, events)
  while (!(await turns.next()).done) {
    // The events have said it all.
  }
}
