/** What we use of cli-progress, which brings no types. */
declare module 'cli-progress' {
  export interface Options {
    readonly stream?: NodeJS.WritableStream;
    readonly format?: string;
    readonly barsize?: number;
    readonly forceRedraw?: boolean;
    readonly linewrap?: boolean;
    readonly gracefulExit?: boolean;
  }
  export interface Bar {
    update(current: number, payload?: object): void;
  }
  export class MultiBar {
    constructor(options: Options);
    create(total: number, startValue: number, payload?: object): Bar;
    log(text: string): void;
    update(): void;
    stop(): void;
  }
}
