import shipped from '../../questionnaire/traveler-privacy-satisfaction.json' with { type: 'json' }
import type { Questionnaire } from './questionnaire.ts'

/**
 * The questionnaire shipped with the product: satisfaction with privacy protection, 12 rated items and one open item.
 */
// TypeScript types `type: "scale"` in a JSON file as string; a test validates the whole file.
export const DEFAULT_QUESTIONNAIRE = shipped as unknown as Questionnaire
