import type { AnyTRPCProcedure } from '@trpc/server'
import { z } from 'zod'

/** The part of JSON Schema that inputs of procedures use. */
interface Node {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Node[]
  readonly oneOf?: readonly Node[]
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
}

/** Values for fields whose schema does not give any. */
type Known = Readonly<Record<string, readonly unknown[]>>

/** Limit of inputs for one query; only queries of registers, which waves do not affect, have more. */
const MOST = 24
const NOBODY = '00000000-0000-4000-8000-000000000000'

/** Generates inputs of a procedure from its schema: every choice of every field; `known` has values by name. */
export function sampleInputs(procedure: AnyTRPCProcedure, known: Known): readonly unknown[] {
  const { inputs } = procedure._def as unknown as { readonly inputs: readonly z.ZodType[] }
  if (inputs.length === 0) return [undefined]
  const schema = z.toJSONSchema(inputs.at(-1) as z.ZodType, { unrepresentable: 'any', io: 'input' })
  return samples(schema as Node, '', known)
}

function samples(node: Node, name: string, known: Known): readonly unknown[] {
  if (known[name]) return known[name]
  if (node.enum) return node.enum
  if ('const' in node) return [node.const]
  const choices = node.anyOf ?? node.oneOf
  if (choices) return choices.flatMap((choice) => samples(choice, name, known)).slice(0, MOST)
  switch (node.type) {
    case 'object':
      return objects(node, known)
    case 'array':
      return [[]]
    case 'boolean':
      return [true, false]
    case 'integer':
    case 'number':
      return [name === 'limit' ? node.maximum : (node.minimum ?? 0)]
    case 'null':
      return [null]
    default:
      return [node.format === 'uuid' ? NOBODY : 'x']
  }
}

/** The required fields in every combination, and each optional one with the first of them. */
function objects({ properties = {}, required = [] }: Node, known: Known): readonly unknown[] {
  let made: readonly object[] = [{}]
  for (const field of required) {
    const values = samples(properties[field] ?? {}, field, known)
    made = made.flatMap((object) => values.map((value) => ({ ...object, [field]: value }))).slice(0, MOST)
  }
  const optional = Object.keys(properties).filter((field) => !required.includes(field))
  const [first] = made
  const more = optional.flatMap((field) =>
    samples(properties[field] ?? {}, field, known).map((value) => ({ ...first, [field]: value })),
  )
  return [...made, ...more].slice(0, MOST)
}
