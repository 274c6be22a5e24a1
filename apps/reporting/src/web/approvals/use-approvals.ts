import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'

/** Approvals for the reader; undefined while they load. */
export const useApprovals = () => useQuery(trpc.approval.list.queryOptions())
