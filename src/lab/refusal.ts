/** An action that was not done, and why, in a sentence for the learner. Nothing was changed or recorded. */
export class LabRefusal extends Error {
  override readonly name: string = 'LabRefusal'
}

/** A file that was not opened as a workspace. The present work is untouched. */
export class LoadRefusal extends LabRefusal {
  override readonly name = 'LoadRefusal'
}

/** This tab only follows: another one writes the workspace, or a newer version of the lab made it. */
export class ReadOnlyRefusal extends LabRefusal {
  override readonly name = 'ReadOnlyRefusal'
}

/** What looks like a real credential was about to be kept (T23): nothing of it may stay, not even in a field. */
export class CredentialRefusal extends LabRefusal {
  override readonly name = 'CredentialRefusal'
}
