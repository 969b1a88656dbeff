import fc from "fast-check";

// Laws that name no seed try the same cases in every run: a run that fails does so because of what was changed.
fc.configureGlobal({ seed: Number(process.env.LAW_SEED ?? 1) });

/** fast-check for the tests, which take it from here. `LAW_SEED=2 npx vitest run PATH` tries other cases. */
export { fc };
