import { readdirSync } from "node:fs";
import { expect, it, onTestFinished } from "vitest";
import { startLocalCloud } from "../../local/cloud.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

it("keeps objects and mails from one start to the next", async () => {
  const state = temporaryFolder();
  const before = await startLocalCloud({ state });
  await before.corpus.write("story.txt", new TextEncoder().encode("text"));
  await before.stop();
  const after = await startLocalCloud({ state });
  onTestFinished(after.stop);
  expect(await after.corpus.read("story.txt")).toMatchObject({ size: 4 });
  expect(await after.state.read("story.txt")).toBeUndefined();
  expect(readdirSync(after.inbox)).toEqual([]);
});

it("has its state folder to itself until it is stopped", async () => {
  const state = temporaryFolder();
  const cloud = await startLocalCloud({ state });
  await expect(startLocalCloud({ state })).rejects.toThrow(/another run uses this state folder \(pid \d+\)/);
  await cloud.stop();
  await (await startLocalCloud({ state })).stop();
});

it("lets no profile or endpoint of the user's own reach the SDK", async () => {
  const cloud = await startLocalCloud({ state: temporaryFolder() });
  onTestFinished(cloud.stop);
  expect(cloud.env).toMatchObject({ AWS_ACCESS_KEY_ID: "local", AWS_REGION: "eu-central-1" });
  expect(cloud.env.AWS_ENDPOINT_URL_S3).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(Object.hasOwn(cloud.env, "AWS_PROFILE")).toBe(true);
  expect(cloud.env.AWS_PROFILE).toBeUndefined();
});
