/**
 * Keeps this process polling instead of sleeping until the returned function is called.
 * Waking a neighboring processor costs the sender up to 10 µs, which a client on another machine would not cost.
 */
export function stayAwake(): () => void {
  let isAwake = true
  const spin = () => {
    if (isAwake) setImmediate(spin)
  }
  spin()
  return () => {
    isAwake = false
  }
}
