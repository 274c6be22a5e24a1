export {
  type AddressFault,
  checkedAddress,
  isCertificateFault,
  type PinnedRequest,
  requestFrom,
} from './pinned-request.ts'
export { type Network, publicNetwork } from './public-network.ts'
export { isInside, type WebTarget, webTarget } from './web-target.ts'
