import { createRequire } from "node:module";
import { Template } from "aws-cdk-lib/assertions";
import { Key } from "aws-cdk-lib/aws-kms";
import { describe, expect, test } from "vitest";
import { parseEvent } from "../../../functions/digest/run/request.ts";
import { LateEdition } from "../../../infra/late-edition.ts";
import { createStack, SENDER_AND_RECIPIENT, synthesize } from "../synthesize.ts";
import { at, definitionOf, resourcesOf, statementsOf } from "../template.ts";

/** The validator is CommonJS and has no types of its own kind. */
const validate: (definition: unknown) => { isValid: boolean; errorsText: () => string } = createRequire(
  import.meta.url,
)("asl-validator");

const KEY = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const template = synthesize({ engine: "distributed-map", workers: 40 });
const definition = JSON.parse(definitionOf(template));

describe("the state machine", () => {
  test("is sound Amazon States Language, and the validator finds what is not", () => {
    const { isValid, errorsText } = validate(definition);
    expect(isValid ? "" : errorsText()).toBe("");
    const broken = structuredClone(definition);
    broken.States.Plan.Next = "Nowhere";
    expect(validate(broken).isValid).toBe(false);
  });

  test("scans in batches on as many functions as are allowed, and tolerates no failure", () => {
    expect(definition.States.ScanRanges).toMatchObject({
      Type: "Map",
      MaxConcurrency: 40,
      ToleratedFailurePercentage: 0,
      ItemBatcher: { MaxItemsPerBatch: 4, BatchInput: { "run.$": "$.run" } },
      ItemReader: { ReaderConfig: { InputType: "JSONL" }, Parameters: { "Key.$": "$.ranges" } },
      ItemProcessor: { ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" } },
    });
  });

  test("asks the function for steps that it knows", () => {
    const { Plan, ScanRanges, Finish } = definition.States;
    const states = [Plan, ScanRanges.ItemProcessor.States.ScanBatch, Finish];
    const run = { runId: "20261120T070000Z-0a", slot: "2026-11-20T07:00:00Z", parent: null };
    const values = { "$.slot": run.slot, "$.run": run, "$.BatchInput.run": run, "$.Items": [{ upTo: "m" }] };
    const events = states.map(({ Parameters }) =>
      Object.fromEntries(
        Object.entries<string>(Parameters.Payload).map(([name, value]) => [
          name.replace(/\.\$$/, ""),
          Object(values)[value] ?? value,
        ]),
      ),
    );
    expect(events.map((event) => parseEvent(event, run.slot).mode)).toEqual(["plan", "scan", "finish"]);
  });

  test("is started by the daily schedule with its slot, and the hourly resume leaves its work alone", () => {
    const targets = resourcesOf(template, "AWS::Scheduler::Schedule").map(([, schedule]) =>
      at(schedule, "Properties", "Target"),
    );
    expect(targets.map((target) => at(target, "Input"))).toEqual([
      '{"slot":"<aws.scheduler.scheduled-time>"}',
      '{"mode":"resume","leaveCheckpoint":true}',
    ]);
    expect(at(targets[0], "Arn", "Ref")).toMatch(/^DigestMachine/);
    expect(parseEvent({ mode: "resume", leaveWork: true }, "")).toEqual({
      mode: "resume",
      leaveCheckpoint: true,
    });
  });

  test("may invoke the function, read the ranges of a plan and run itself, and no more but its log", () => {
    const machineId = resourcesOf(template, "AWS::StepFunctions::StateMachine")[0]?.[0];
    const rights = statementsOf(template, "DigestMachineRole")
      .filter(({ resources }) => !resources.includes("*"))
      .map(({ actions, resources }) => [actions, resources]);
    expect(rights).toEqual([
      [["lambda:InvokeFunction"], [expect.stringMatching(/^<DigestFunction\w+\.Arn>$/)]],
      [["s3:GetObject"], [expect.stringMatching(/^<DigestState\w+\.Arn>\/runs\/\*\/ranges\.jsonl$/)]],
      [["states:StartExecution"], [`<${machineId}>`]],
      [
        ["states:DescribeExecution", "states:StopExecution"],
        [expect.stringContaining(`:execution:<${machineId}.Name>:*`)],
      ],
      [["states:RedriveExecution"], [expect.stringContaining(`:execution:<${machineId}.Name>/Ranges:*`)]],
    ]);
  });

  test("decrypts the ranges where the state bucket has a key of the user's", () => {
    const stack = createStack();
    const encryptionKey = Key.fromKeyArn(stack, "Key", KEY);
    new LateEdition(stack, "Digest", { ...SENDER_AND_RECIPIENT, engine: "distributed-map", encryptionKey });
    const rights = statementsOf(Template.fromStack(stack), "DigestMachineRole");
    expect(rights.filter(({ resources }) => resources.includes(KEY)).map(({ actions }) => actions)).toEqual([
      ["kms:Decrypt"],
    ]);
  });

  test("rings the alarm of a failed run when an execution fails or takes too long", () => {
    const failed = resourcesOf(template, "AWS::CloudWatch::Alarm").find(([id]) => id.includes("FailedRun"));
    const metrics = JSON.stringify(at(failed?.[1], "Properties", "Metrics"));
    for (const name of ["Errors", "ExecutionsFailed", "ExecutionsTimedOut"]) {
      expect(metrics).toContain(`"MetricName":"${name}"`);
    }
  });

  test("is not there unless it is asked for", () => {
    synthesize().resourceCountIs("AWS::StepFunctions::StateMachine", 0);
  });
});
