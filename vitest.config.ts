import { defineConfig } from 'vitest/config';

/** Tests run by Node's own type stripping, in separate processes, as the servers run. */
export default defineConfig({
  test: {
    include: ['{packages,services,apps}/*/test/**/*.test.ts', 'tests/**/*.test.ts', 'attacks/**/*.test.ts'],
    pool: 'forks',
    experimental: { viteModuleRunner: false },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
