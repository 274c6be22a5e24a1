export { type Network, publicNetwork } from './public-network.ts'
export {
  type AddressFault,
  checkedAddress,
  isCertificateFault,
  type PinnedRequest,
  requestFrom,
} from './send-pinned.ts'
export { isInside, type WebTarget, webTarget } from './web-target.ts'
