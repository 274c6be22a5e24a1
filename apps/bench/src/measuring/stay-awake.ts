/**
 * Keeps this process polling instead of sleeping until the returned function is called.
 * Waking a neighboring processor costs the sender up to 10 µs, which a client on another machine would not cost.
 */
export function stayAwake(): () => void {
  let awake = true
  const look = () => {
    if (awake) setImmediate(look)
  }
  look()
  return () => {
    awake = false
  }
}
