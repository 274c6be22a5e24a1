import { DAY_FORMATS, ENCODINGS } from '@wayproof/evidence/import/profile'
import { IMPORTED_REGISTERS } from '@wayproof/evidence/registers/register-overview-store'
import { z } from 'zod'

const field = z.string().max(40)
const text = z.string().max(200)

/** A mapping as the screen sends it; `saveMapping` checks everything beyond its shape. */
export const mappingInput = z.strictObject({
  register: z.enum(IMPORTED_REGISTERS),
  mapping: z.strictObject({
    encoding: z.enum(ENCODINGS),
    delimiter: z.enum([',', ';', '\t', '|']),
    dayFormat: z.enum(DAY_FORMATS).nullable(),
    columns: z
      .array(z.strictObject({ heading: z.string().max(500), field: field.nullable() }))
      .min(1)
      .max(1_000)
      .readonly(),
    constants: z.record(field, text),
    words: z.record(field, z.record(text, text)),
  }),
})
