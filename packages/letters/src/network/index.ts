export { type Network, publicNetwork } from './public-network.ts'
export {
  checkedAddress,
  isCertificateFault,
  requestFrom,
} from './send-pinned.ts'
