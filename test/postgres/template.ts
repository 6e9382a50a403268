// Where the migrated template database of the test run is made, once, before the first test.

/** Called by the global set-up with the address of a superuser's `postgres` database. */
export async function prepareTemplate(superuserUrl: string): Promise<void> {
  void superuserUrl;
}
