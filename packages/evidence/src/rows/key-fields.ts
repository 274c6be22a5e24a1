import { type RegisterId, registers } from '../register.ts'

/** Key fields of a register, in order; no two rows agree in all of them. */
export const keyFields = (register: RegisterId): readonly string[] => registers[register].key
