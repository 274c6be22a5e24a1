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
type KnownValues = Readonly<Record<string, readonly unknown[]>>

/** Limit of inputs for one query; only queries of registers, which waves do not affect, have more. */
const MAX_SAMPLES = 24
const NOBODY = '00000000-0000-4000-8000-000000000000'

/** Generates inputs of a procedure from its schema: every choice of every field; `knownValues` has values by name. */
export function sampleInputs(procedure: AnyTRPCProcedure, knownValues: KnownValues): readonly unknown[] {
  const { inputs } = procedure._def as unknown as { readonly inputs: readonly z.ZodType[] }
  if (inputs.length === 0) return [undefined]
  const schema = z.toJSONSchema(inputs.at(-1) as z.ZodType, { unrepresentable: 'any', io: 'input' })
  return samples(schema as Node, '', knownValues)
}

function samples(node: Node, name: string, knownValues: KnownValues): readonly unknown[] {
  if (knownValues[name]) return knownValues[name]
  if (node.enum) return node.enum
  if ('const' in node) return [node.const]
  const choices = node.anyOf ?? node.oneOf
  if (choices) return choices.flatMap((choice) => samples(choice, name, knownValues)).slice(0, MAX_SAMPLES)
  switch (node.type) {
    case 'object':
      return objects(node, knownValues)
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
function objects({ properties = {}, required = [] }: Node, knownValues: KnownValues): readonly unknown[] {
  let built: readonly object[] = [{}]
  for (const field of required) {
    const values = samples(properties[field] ?? {}, field, knownValues)
    built = built.flatMap((object) => values.map((value) => ({ ...object, [field]: value }))).slice(0, MAX_SAMPLES)
  }
  const optional = Object.keys(properties).filter((field) => !required.includes(field))
  const [first] = built
  const withOptional = optional.flatMap((field) =>
    samples(properties[field] ?? {}, field, knownValues).map((value) => ({ ...first, [field]: value })),
  )
  return [...built, ...withOptional].slice(0, MAX_SAMPLES)
}
