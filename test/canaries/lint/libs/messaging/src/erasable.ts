function sealed(target: object): void {
  Object.seal(target);
}

@sealed // canary: no-restricted-syntax
export class Injected {
  constructor(private readonly name: string) {} // canary: no-restricted-syntax

  get title(): string {
    return this.name;
  }
}
