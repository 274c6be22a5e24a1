export { clockOffsetFrom } from './compare-clock.ts'
export { type FollowingClock, followClock } from './follow-clock.ts'
export {
  CLOCK_DOUBTS,
  type ClockDoubt,
  type ClockQuestion,
  type ClockRecord,
  type TrustedClock,
  type TrustedMoment,
} from './trusted-clock.ts'
export { type ClockGuard, type ClockGuardPorts, ClockInDoubt, clockGuard } from './watch-clock.ts'
