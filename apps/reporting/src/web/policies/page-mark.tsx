import type { PageStatus } from '@wayproof/evidence/policy-watch/watched-page'
import { StateMark } from '../components/state-mark.tsx'
import { useLanguage } from '../language.tsx'
import { PAGE_SHAPE } from './page-shape.ts'

export function PageMark({ status }: { readonly status: PageStatus }) {
  return <StateMark shape={PAGE_SHAPE[status]} label={useLanguage().words.reporting.policies.statuses[status]} />
}
