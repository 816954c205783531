// attack: source
// expect: not-gradable /notebook/
// scope: module
// base: none
// note: one readable error; perhaps a hint that this is a notebook
{
 "cells": [{"cell_type": "code", "source": ["def update_lr(): pass"]}],
 "metadata": {}, "nbformat": 4, "nbformat_minor": 5
}
