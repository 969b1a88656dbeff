import { Aws } from "aws-cdk-lib";

/** A function scans its batch of ranges in parallel; a first import has at most 32 ranges to share. */
const RANGES_A_BATCH = 4;

/** Part of the names of a Map Run's executions. */
export const MAP_LABEL = "Ranges";

export interface ScanMachineDefinitionProps {
  readonly functionArn: string;
  /** The bucket that holds a plan's ranges. */
  readonly bucketName: string;
  /** Functions that scan at the same time. */
  readonly workers: number;
}

/**
 * The run in the Amazon States Language (states-language.net/spec.html). A range that runs out of time is cut
 * and its rest planned again, until the whole corpus is read and the slot has its edition.
 *
 *     Plan ── IsPlanned ── ScanRanges ── Finish ── IsWhole ── Done
 *       │          ╰──── nothing left ────╯             │
 *       ╰────────────────── unfinished ─────────────────╯
 *
 * Written out by hand because CDK's own `ItemBatcher` passes a path on as plain text.
 */
export function defineScanMachine({ functionArn, bucketName, workers }: ScanMachineDefinitionProps): object {
  const invoke = (payload: Readonly<Record<string, string>>): object => invokeState(functionArn, payload);
  const scanBatch = { mode: "scan", "run.$": "$.BatchInput.run", "ranges.$": "$.Items" };
  return {
    StartAt: "Plan",
    States: {
      Plan: { ...invoke({ mode: "plan", "slot.$": "$.slot" }), Next: "IsPlanned" },
      IsPlanned: choose({ planned: "ScanRanges", scanned: "Finish" }),
      ScanRanges: {
        ...mapState({ bucketName, workers }),
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
          StartAt: "ScanBatch",
          States: { ScanBatch: { ...invoke(scanBatch), End: true } },
        },
        Next: "Finish",
      },
      Finish: { ...invoke({ mode: "finish", "slot.$": "$.slot", "run.$": "$.run" }), Next: "IsWhole" },
      IsWhole: choose({ unfinished: "Plan" }),
      Done: { Type: "Succeed" },
    },
  };
}

/** The next state by the previous outcome; any other outcome ends the run. */
function choose(next: Readonly<Record<string, string>>): object {
  const choices = Object.entries(next).map(([StringEquals, Next]) => ({
    Variable: "$.outcome",
    StringEquals,
    Next,
  }));
  return { Type: "Choice", Choices: choices, Default: "Done" };
}

/**
 * Lambda's own errors pass in seconds; a failed run is tried twice more, as Lambda does with an event. Both are
 * safe: a retry finds the work already done.
 */
function invokeState(functionArn: string, payload: Readonly<Record<string, string>>): object {
  return {
    Type: "Task",
    Resource: `arn:${Aws.PARTITION}:states:::lambda:invoke`,
    Parameters: { FunctionName: functionArn, Payload: payload },
    OutputPath: "$.Payload",
    Retry: [
      {
        ErrorEquals: [
          "Lambda.ClientExecutionTimeoutException",
          "Lambda.ServiceException",
          "Lambda.AWSLambdaException",
          "Lambda.SdkClientException",
          "Lambda.TooManyRequestsException",
        ],
        IntervalSeconds: 2,
        MaxAttempts: 6,
        BackoffRate: 2,
        JitterStrategy: "FULL",
      },
      { ErrorEquals: ["States.ALL"], IntervalSeconds: 60, MaxAttempts: 2, BackoffRate: 2 },
    ],
  };
}

/** No failure is tolerated: an edition of half a corpus would report the other half as removed. */
function mapState({
  bucketName,
  workers,
}: Pick<ScanMachineDefinitionProps, "bucketName" | "workers">): object {
  return {
    Type: "Map",
    Label: MAP_LABEL,
    ItemReader: {
      Resource: `arn:${Aws.PARTITION}:states:::s3:getObject`,
      ReaderConfig: { InputType: "JSONL" },
      Parameters: { Bucket: bucketName, "Key.$": "$.ranges" },
    },
    ItemBatcher: { MaxItemsPerBatch: RANGES_A_BATCH, BatchInput: { "run.$": "$.run" } },
    MaxConcurrency: workers,
    ToleratedFailurePercentage: 0,
    ResultPath: null,
  };
}
