import { NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { closesWhenDone, type PersonDialogProps, useEnds } from './person-dialog.ts'
import { isAppointed, ROLES, type Role, roleNamed } from './roles.ts'

/** Changes the role of a person, and says first what ends with it. */
export function RoleDialog({ person, onClose }: PersonDialogProps) {
  const { account: text, roles } = useLanguage().words.reporting.people
  const otherRoles = ROLES.filter((role) => role !== person.role)
  const [role, setRole] = useState<Role>(otherRoles[0] ?? 'executive')
  const ends = useEnds(person)
  const change = useMutation(trpc.people.changeRole.mutationOptions(closesWhenDone(onClose)))
  return (
    <ConfirmDialog
      title={text.changeRoleOf(person.name)}
      action={text.changeRole}
      busy={change.isPending}
      onConfirm={() => change.mutate({ id: person.id, role })}
      onClose={onClose}
    >
      <NativeSelect
        label={text.newRole}
        value={role}
        data={otherRoles.map((value) => ({ value, label: roles[value] }))}
        onChange={({ currentTarget: { value } }) => setRole(roleNamed(value))}
      />
      <p>{isAppointed(role) ? text.appointed(person.name) : ends}</p>
      {change.error ? <ErrorNote error={change.error} /> : null}
    </ConfirmDialog>
  )
}
