export {
  ACTION_ORIGINS,
  ACTION_OWNERS,
  type Action,
  type ActionOrigin,
  type ActionOwner,
  type ActionText,
  type AgreedAction,
  FINDING_KINDS,
  type FindingKind,
  isOpenAction,
  isOverdueAction,
  type RecordedOutcome,
} from './action.ts'
export { type AgreeAction, agreeAction, changeAction } from './agree-action.ts'
export { type ListedAction, listActions } from './list-actions.ts'
export type { ActionChange, ActionListStore, OpenFinding } from './ports.ts'
