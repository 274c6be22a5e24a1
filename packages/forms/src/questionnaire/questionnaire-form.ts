import { isAddedTag } from '@wayproof/kernel/people/survey-language'
import { z } from 'zod'
import type { Questionnaire } from './questionnaire.ts'

const local = {
  ...{ 'zh-CN': z.string(), en: z.string() },
  translations: z.record(z.string().refine(isAddedTag), z.string()).optional(),
}
const id = z.string().min(1)
const question = {
  ...local,
  id,
  role: z.string(),
  measure: z.string().optional(),
  required: z.boolean().optional(),
}
const item = { ...question, showIf: z.record(z.string(), z.string()).optional() }
const openText = { ...item, maxLength: z.number().int(), asksIdentityBecause: z.string().optional() }

const form = z.object({
  id,
  version: z.number().int().positive(),
  estimatedMinutes: z.number().positive(),
  scales: z.record(
    z.string(),
    z.object({
      id,
      points: z.array(z.object({ ...local, value: z.number().int() })),
      satisfied: z.array(z.number().int()).optional(),
      offScale: z.array(z.object({ ...local, code: id })),
    }),
  ),
  stem: z.object({ ...local, appliesTo: z.array(id) }),
  items: z.array(
    z.discriminatedUnion('type', [
      z.object({ ...item, type: z.literal('scale'), scale: id }),
      z.object({ ...item, type: z.literal('choice'), options: z.array(z.object({ ...local, value: z.string() })) }),
      z.object({
        ...item,
        type: z.literal('several'),
        options: z.array(z.object({ ...local, value: z.string(), exclusive: z.boolean().optional() })),
        maxChosen: z.number().int().optional(),
      }),
      z.object({ ...item, type: z.literal('yes-no'), allowsDontKnow: z.boolean().optional() }),
      z.object({
        ...item,
        type: z.literal('recommend'),
        ends: z.object({ lowest: z.object(local), highest: z.object(local) }).optional(),
        allowsDontKnow: z.boolean().optional(),
      }),
      z.object({ ...item, type: z.literal('matrix'), scale: id, rows: z.array(z.object(question)) }),
      z.object({ ...openText, type: z.literal('text') }),
      z.object({ ...openText, type: z.literal('short') }),
    ]),
  ),
})

/** Parses untrusted data as a questionnaire, or returns the paths (`items.3.en`) with a wrong structure. */
export function questionnaireFrom(
  data: unknown,
): { readonly ok: true; readonly value: Questionnaire } | { readonly ok: false; readonly places: readonly string[] } {
  const parsed = form.safeParse(data)
  // The schema passes over this name, so that its value would be kept unchecked.
  const unchecked = placesOf('__proto__', data)
  if (parsed.success && unchecked.length > 0) return { ok: false, places: unchecked }
  // Unknown fields are kept: a published version is the file as written.
  if (parsed.success) return { ok: true, value: data as Questionnaire }
  return { ok: false, places: [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))] }
}

/** The paths of all fields with a name. */
function placesOf(name: string, data: unknown, path = ''): readonly string[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, value]) => {
    const place = path === '' ? key : `${path}.${key}`
    return key === name ? [place] : placesOf(name, value, place)
  })
}
