// Claims for messages and pages; nothing here reads more than published figures.

export { CHANCES, type Claim, type Judgement, type Strength, strengthOf } from './claim.ts'
export { intervalSide } from './interval-side.ts'
export { type Quality, qualityOf, UNEVEN } from './quality.ts'
export { type QuestionChange, questionChanges } from './question-changes.ts'
export { verdictClaim } from './verdict-claim.ts'
export { type Shape, shapeOf } from './verdict-shape.ts'
