import shipped from '../../questionnaire/traveler-privacy-satisfaction.json' with { type: 'json' }
import type { Questionnaire } from './questionnaire.ts'

/** The questionnaire that comes with the product: satisfaction with privacy protection, 12 rated items and an open one. */
// TypeScript reads `type: "scale"` in a JSON file as any string; a test checks the whole file.
export const DEFAULT_QUESTIONNAIRE = shipped as unknown as Questionnaire
