export { measureHistory } from '../measures/list-history.ts'
export { drawAudits } from './draw-audits.ts'
export { drawLeaks } from './draw-leaks.ts'
export { type CoursePoint, drawTraining, type TrainingPicture, type TrainingQuarter } from './draw-training.ts'
