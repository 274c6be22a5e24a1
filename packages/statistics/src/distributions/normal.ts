import { incompleteGamma } from './incomplete-gamma.ts'

/**
 * P(Z <= z) of the standard normal, computed from the tail that keeps its precision (Z² is chi-square with one degree
 * of freedom).
 */
export function normalAtMost(z: number): number {
  const { lower, upper } = incompleteGamma((z * z) / 2, 0.5)
  return z < 0 ? upper / 2 : 0.5 + lower / 2
}

/** Two-sided p of a standard normal `z`. */
export const normalTwoSided = (z: number): number => incompleteGamma((z * z) / 2, 0.5).upper
